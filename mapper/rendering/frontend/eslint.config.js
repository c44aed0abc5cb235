import config from 'eslint-config-mourner';

export default [
    ...config,
    {
        languageOptions: {globals: {L: 'readonly'}},
        rules: {
            camelcase: 'off', // columns and limits have the names the tables have
            '@stylistic/implicit-arrow-linebreak': 'off', // long attributes are easier to read below
            'no-await-in-loop': 'off', // words are unpacked chunk by chunk, not all at once
            '@stylistic/indent': ['error', 4, {flatTernaryExpressions: true}],
            'no-use-before-define': 'off' // the public part of a file comes first
        }
    }
];
