/** The program as a job of a shell, which is stopped by Ctrl-Z and continued by `fg`. */
export interface Job {
  /** Stops the whole job: this process, and npm above it. */
  suspend(): void;
  /** Ends the listening to the shell's signals. */
  close(): void;
}

/** How long the system may take to stop a process that asks for it, in milliseconds. */
const stopTime = 200;

/**
 * The job of this process. `leave` is called before it stops, and says whether there was anything to leave (else nothing
 * stops); `enter` is called once it goes on.
 */
export function createJob({ leave, enter }: { leave: () => boolean; enter: () => void }): Job {
  let open = true;

  /** Stops `target`: a process, or with 0 all of the job. */
  function stop(target: number): void {
    if (!leave()) return;
    process.off('SIGTSTP', onStop);
    let resumed = false;
    const resume = () => {
      if (resumed) return;
      resumed = true;
      process.off('SIGCONT', resume);
      clearTimeout(fallback);
      if (!open) return;
      process.on('SIGTSTP', onStop);
      enter();
    };
    process.on('SIGCONT', resume);
    // If no shell could continue us (`xterm -e maqal`), the system ignores the signal: then go on.
    const fallback = setTimeout(resume, stopTime);
    process.kill(target, 'SIGTSTP');
  }

  const onStop = () => stop(process.pid);
  process.on('SIGTSTP', onStop);

  return {
    suspend: () => stop(0),
    close() {
      open = false;
      process.off('SIGTSTP', onStop);
    },
  };
}
