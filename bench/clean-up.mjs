/**
 * What is to be undone when the measuring ends early.
 *
 * @typedef {() => void | Promise<void>} Task
 */

/** @type {Task[]} */
const tasks = [];

/**
 * Has something undone, now or when the measuring is interrupted, whichever comes first.
 *
 * @param {Task} task
 * @returns {() => Promise<void>} undoes it now
 */
export function undoLater(task) {
  tasks.push(task);
  return async () => {
    const index = tasks.indexOf(task);
    if (index === -1) return;
    tasks.splice(index, 1);
    await task();
  };
}

/** Undoes everything that is still to be undone, the latest first. */
export async function undoAll() {
  for (let task = tasks.pop(); task !== undefined; task = tasks.pop()) await task();
}
