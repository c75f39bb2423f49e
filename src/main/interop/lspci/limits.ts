/**
 * What a text may measure before it is refused unread. Real captures stay far below: a function
 * takes about 300 lines and 18 KB with `-vvvxxxx`, a server with 1,000 enabled VFs about 20 MB.
 */

/** Characters of the whole text: 64 MiB. */
export const MAX_TEXT_LENGTH = 64 * 1024 * 1024;

/** Characters of one line; lspci's longest lines (slot power tables, VPD fields) have a few hundred. */
export const MAX_LINE_LENGTH = 4096;

/** Lines that may follow one another without a function's header among them. */
export const MAX_LINES_WITHOUT_HEADER = 70_000;

/** Lines of the whole text; bounds the work on a text of very short lines. */
export const MAX_LINES = 1_500_000;

/** Functions of one host. */
export const MAX_FUNCTIONS = 16_384;
