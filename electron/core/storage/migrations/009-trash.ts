/** Version 9: what was taken out is found among millions of entries of the log, for the trash. */
export const trash = `
CREATE INDEX change_deletions ON change (command) WHERE action = 'delete';
`;
