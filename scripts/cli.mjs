// `npm run cli`: the command line from its one built program, and from its sources where that cannot be made.
import module from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

if (Number(process.versions.node.split('.')[0]) < 22) {
  process.stderr.write(`当前 Node 是 ${process.versions.node}，太旧。请用 npm run cli 启动，它会用项目自带的 Node。\n`);
  process.exit(1);
}

// Half of a short command's time would go into compiling what the one before compiled. Hence loaded only from here on.
module.enableCompileCache();
const { builtCli } = await import('./built-cli.mjs');
const source = join(dirname(fileURLToPath(import.meta.url)), '..', 'electron', 'cli', 'main.ts');
await import(pathToFileURL(await builtCli().catch(() => source)).href);
