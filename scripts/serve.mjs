// The browser host alone: prints its address and serves until it is told to stop. For development and tests.
import { enableCompileCache } from 'node:module';

// Loaded only from here on: what an earlier start compiled need not be compiled again.
enableCompileCache();
const { startWebHost } = await import('../electron/web/start-web-host.ts');

const register = process.argv[2];
const host = await startWebHost(register ? { register } : {});
process.stdout.write(`${host.url}\n`);

const stop = () => void host.close().then(() => process.exit(0));
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
