#!/usr/bin/env node
// The first thing that runs. Where Node can (22.8 and newer), V8's compiled code is kept between runs, in the system's
// folder for temporary files: it must be asked for before anything else is loaded.
import module from 'node:module';

(module as { enableCompileCache?: () => void }).enableCompileCache?.();
void import('./main.ts');
