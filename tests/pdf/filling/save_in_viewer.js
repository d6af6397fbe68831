async () => {
  const viewer = document.querySelector("pdf-viewer");
  const controller = viewer.currentController ?? viewer.currentController_ ?? viewer.pluginController_;
  const saved = new Uint8Array((await controller.save("EDITED")).dataToSave);
  return btoa(Array.from(saved, (byte) => String.fromCharCode(byte)).join(""));
}
