/**
 * Loaded before the program (`electron --require`): makes this computer a slow one, which takes a break of 30 ms between
 * two portions of long work.
 */
const timers = process.getBuiltinModule('node:timers/promises');
/** @type {typeof timers.setImmediate} */
function takeABreak(value) {
  return timers.setTimeout(30, value);
}
timers.setImmediate = takeABreak;
process.getBuiltinModule('node:module').syncBuiltinESMExports();
