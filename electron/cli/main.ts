import '../core/storage/node-version.ts';
import { enableCompileCache } from 'node:module';

// Half of a short command's time would go into compiling what the one before compiled. Hence loaded only from here on.
enableCompileCache();
const { runCommandLine } = await import('./run.ts');
// Whoever reads no further than the first lines (| head) has what he wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
process.exitCode = await runCommandLine(process.argv.slice(2));
