// The text of a PDF as pdf.js has it: what its search looks through and its copies are made of.
//   node read_back_pdfjs.mjs node_modules/pdfjs-dist/legacy/build/pdf.mjs FILE.pdf
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [module, file] = process.argv.slice(2);
const { getDocument } = await import(pathToFileURL(module).href);
const pdf = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise;
for (let number = 1; number <= pdf.numPages; number++) {
  const { items } = await (await pdf.getPage(number)).getTextContent();
  process.stdout.write(items.map((item) => item.str + (item.hasEOL ? "\n" : "")).join("") + "\n");
}
