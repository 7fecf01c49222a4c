import '../core/storage/node-version.ts';
import { enableCompileCache } from 'node:module';

// Half of a short command's time would go into compiling what the one before compiled. Hence loaded only from here on.
enableCompileCache();
const { runCommandLine } = await import('./run.ts');
process.exitCode = await runCommandLine(process.argv.slice(2));
