/** Documents: what the user answers in the system's own dialogs, which no test can press. */
import type { Program } from './program';

/** Answers the next dialogs for a file with this path. */
export async function chooseFile({ app }: Program, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
  }, path);
}
