/** Version 14: the papers of a record are found by it. */
export const papersOfRecords = `
CREATE INDEX document_by_record ON entry (data ->> '$."document.of"') WHERE ledger = 'document';
`;
