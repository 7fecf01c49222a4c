import type { MainToCore } from '../../shared/hosting/desktop-messages.ts';
import { type Core, openCore } from '../core/open-core.ts';
import { takeAnswer } from './ask-main.ts';
import { desktopHost } from './desktop-host.ts';
import { servePort } from './serve-port.ts';

let core: Core | undefined;

process.parentPort.on('message', (event) => {
  const message = event.data as MainToCore;
  switch (message.kind) {
    case 'start':
      core = openCore(desktopHost(message));
      if (message.initialRegister !== null) openRegister(core, message.initialRegister);
      return;
    case 'page':
      if (core && event.ports[0]) servePort(core.router, event.ports[0]);
      return;
    case 'open-register':
      if (core) openRegister(core, message.path);
      return;
    case 'answer':
      takeAnswer(message.id, message.answer);
      return;
    case 'stop':
      core?.close();
      process.exit(0);
  }
});

// TODO(core): becomes core.openRegister(path) once the core has it.
function openRegister(open: object, path: string): void {
  if ('openRegister' in open && typeof open.openRegister === 'function') open.openRegister(path);
}
