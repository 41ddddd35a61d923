// What the page's modules keep to; names that nobody has defined are tsc's to find.

import js from "@eslint/js";

export default [
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "consistent-return": "error",
      "curly": ["error", "multi-line"],
      "eqeqeq": "error",
      "max-depth": ["error", 4],
      "no-undef": "off",
      "no-eval": "error",
      "no-implicit-globals": "error",
      "no-restricted-properties": ["error",
        ...["innerHTML", "outerHTML", "insertAdjacentHTML"].map((property) => (
          { property, message: "What comes from outside is text, never markup." })),
        { object: "document", property: "write" }],
      "no-shadow": "error",
      "no-var": "error",
      "prefer-const": "error",
    },
  },
];
