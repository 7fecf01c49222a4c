import {
  CellStyleModule,
  ColumnApiModule,
  ColumnAutoSizeModule,
  CustomEditorModule,
  CustomFilterModule,
  InfiniteRowModelModule,
  LocaleModule,
  ModuleRegistry,
  RenderApiModule,
  RowApiModule,
  ScrollApiModule,
  TooltipModule,
} from 'ag-grid-community';

/**
 * What of the library the grid uses. What is not here costs nothing: its tooltips alone are an object with its listeners for every
 * cell that is drawn, a tenth of all script while one scrolls (`words-on-hover.ts` has ours).
 */
export function registerGridModules(): void {
  ModuleRegistry.registerModules([
    InfiniteRowModelModule,
    ColumnApiModule,
    RowApiModule,
    ScrollApiModule,
    RenderApiModule,
    ColumnAutoSizeModule,
    CellStyleModule,
    CustomEditorModule,
    CustomFilterModule,
    LocaleModule,
    // Editing brings the tooltips with it; what is registered last under a name is what is built: nothing.
    { moduleName: TooltipModule.moduleName, version: TooltipModule.version },
  ]);
}
