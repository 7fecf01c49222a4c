import { Refusal } from '../../shared/contract/errors.ts';
import type { CoreToMain, MainToCore } from '../../shared/hosting/desktop-messages.ts';
import { type Core, openCore } from '../core/open-core.ts';
import { takeAnswer } from './ask-main.ts';
import { desktopHost } from './desktop-host.ts';
import { servePort } from './serve-port.ts';

type MessagePortMain = Electron.MessagePortMain;

let core: Core | undefined;
/** A page that comes while a register opens waits for it, so that its first question finds the register. */
let opened: Promise<void> = Promise.resolve();

process.parentPort.on('message', (event) => {
  const message = event.data as MainToCore;
  switch (message.kind) {
    case 'start':
      core = openCore(desktopHost(message));
      if (message.initialRegister !== null) opened = openOrTell(core, message.initialRegister);
      return;
    case 'page':
      void servePage(event.ports[0]);
      return;
    case 'open-register':
      if (core) opened = openOrTell(core, message.path);
      return;
    case 'answer':
      takeAnswer(message.id, message.answer);
      return;
    case 'stop':
      core?.close();
      process.exit(0);
  }
});

async function servePage(port: MessagePortMain | undefined): Promise<void> {
  await opened;
  if (core && port) servePort(core.router, port);
}

/** A register that cannot be opened is the user's to know: main shows the sentence. */
async function openOrTell(open: Core, path: string): Promise<void> {
  try {
    await open.openRegister(path);
  } catch (error) {
    if (!(error instanceof Refusal)) process.stderr.write('core: opening a named register failed\n');
    const sentence = error instanceof Refusal ? error.sentence : '登记册没有打开：程序内部出错';
    process.parentPort.postMessage({ kind: 'refused', sentence } satisfies CoreToMain);
  }
}
