/**
 * Version 11: blank forms of others that were filled: known again by their heads and labels (`fingerprint`), how each was understood
 * (`form`, shared/templates/form.ts), and the blank itself, unless it is large.
 */
export const formTemplates = `
CREATE TABLE formTemplate (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('xlsx', 'docx')),
  fingerprint TEXT NOT NULL UNIQUE,
  form TEXT NOT NULL,
  file TEXT NOT NULL,
  blank BLOB,
  firstUsed TEXT NOT NULL,
  lastUsed TEXT NOT NULL,
  uses INTEGER NOT NULL
) STRICT;
`;
