/**
 * An ESLint rule: whoever switches a rule off writes the reason beside it, after ` -- `.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const reasonedDisable = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { missing: "Write the reason beside it: 'eslint-disable-next-line some-rule -- the reason'." },
  },
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          const isDirective = /^\s*eslint-disable/.test(comment.value);
          if (isDirective && !/\s--\s+\S/.test(comment.value) && comment.loc) {
            context.report({ loc: comment.loc, messageId: 'missing' });
          }
        }
      },
    };
  },
};
