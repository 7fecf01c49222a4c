/**
 * Version 3: a ledger opens as a table. The index holds what the order of its rows is made of, so that the records themselves,
 * of which each may be long, are read only for the window on screen.
 */
export const ledgersInTables = `
CREATE INDEX entry_in_table ON entry (ledger, memberId, householdId, year, id);
`;
