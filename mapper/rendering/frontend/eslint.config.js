import config from 'eslint-config-mourner';

export default [
    ...config,
    {
        languageOptions: {globals: {L: 'readonly'}},
        rules: {
            '@stylistic/indent': ['error', 4, {flatTernaryExpressions: true}],
            'no-use-before-define': 'off' // the public part of a file comes first
        }
    }
];
