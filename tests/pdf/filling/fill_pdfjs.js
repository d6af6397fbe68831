async (typed) => {
  const pdfjs = await import("/legacy/build/pdf.mjs");
  pdfjs.GlobalWorkerOptions.workerSrc = "/legacy/build/pdf.worker.mjs";
  const document = await pdfjs.getDocument({ url: "/file.pdf", standardFontDataUrl: "/standard_fonts/" }).promise;
  let next = 0;
  for (let number = 1; number <= document.numPages; number++)
    for (const note of await (await document.getPage(number)).getAnnotations())
      if (note.subtype === "Widget")
        document.annotationStorage.setValue(note.id, { value: note.checkBox ? (next++, true) : typed[next++] });
  const saved = await document.saveDocument();
  return btoa(Array.from(saved, (byte) => String.fromCharCode(byte)).join(""));
}
