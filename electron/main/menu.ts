import { app, Menu, type MenuItemConstructorOptions } from 'electron';

const separator: MenuItemConstructorOptions = { type: 'separator' };

/** Undo belongs to the page, which knows what was done: only macOS, whose text fields need it, has the item. */
export function setMenu(): void {
  const mac = process.platform === 'darwin';
  const undo: MenuItemConstructorOptions[] = mac
    ? [{ role: 'undo', label: '撤销' }, { role: 'redo', label: '重做' }, separator]
    : [];
  const template: MenuItemConstructorOptions[] = [
    {
      label: mac ? '明册' : '文件',
      submenu: [{ role: 'about', label: '关于明册' }, separator, { role: 'quit', label: '退出' }],
    },
    {
      label: '编辑',
      submenu: [
        ...undo,
        { role: 'cut', label: '剪切' },
        { role: 'copy', label: '复制' },
        { role: 'paste', label: '粘贴' },
        { role: 'selectAll', label: '全选', registerAccelerator: false },
      ],
    },
    {
      label: '视图',
      submenu: [
        { role: 'zoomIn', label: '放大' },
        { role: 'zoomOut', label: '缩小' },
        { role: 'resetZoom', label: '原始大小' },
        separator,
        { role: 'togglefullscreen', label: '全屏' },
        ...(app.isPackaged ? [] : [{ role: 'toggleDevTools', label: '开发者工具' } as const]),
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
