/** Kinds of files that are offered for choosing; what a file really is is told by its bytes. */
export const takenFiles = '.xls,.xlsx,.xlsm,.et,.csv,.txt,.html,.htm,.ods';
