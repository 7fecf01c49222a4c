// Reads PDFs beside the page; a file of its own, so that the build makes it one.
import 'pdfjs-dist/legacy/build/pdf.worker.min.mjs';
