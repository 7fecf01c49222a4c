/**
 * Version 5: documents and photos: each content once, by its SHA-256, byte for byte as it came. What is said of it is a record of the
 * ledger `document`; a content outlives its record, so that removing one can be taken back.
 */
export const documents = `
CREATE TABLE documentContent (
  sha256 TEXT PRIMARY KEY NOT NULL,
  bytes INTEGER NOT NULL,
  content BLOB NOT NULL
) STRICT;
`;
