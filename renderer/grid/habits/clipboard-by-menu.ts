import { Refusal } from '../../../shared/contract/errors.ts';

/** What the clipboard holds, for a paste that is chosen from a menu: the browser may ask, or say no; Ctrl+V needs no leave. */
export async function readClipboard(): Promise<{ readonly text: string; readonly html: string }> {
  try {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string): Promise<string> => (item?.types.includes(type) ? (await item.getType(type)).text() : '');
    return { text: await read('text/plain'), html: await read('text/html') };
  } catch {
    throw new Refusal('NOT_ALLOWED', '这里不能从菜单里粘贴', { remedy: '请按 Ctrl+V 粘贴' });
  }
}
