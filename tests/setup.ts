import fc from 'fast-check';

// What lands is judged by the same cases every time; whoever works on it meets new ones at every run.
if (process.env.CI) fc.configureGlobal({ seed: 20_141_208 });
