import type { KnipConfig } from 'knip'

const tests = ['**/*.test.ts', '**/test-*.ts', '**/fixtures/**']

/** Dead code: files that nothing reaches, exports that nobody imports, dependencies that nothing uses. */
const config: KnipConfig = {
  workspaces: {
    '.': {
      entry: [
        'deploy/dev/bootstrap.mjs',
        'deploy/dev/commands/*.ts',
        'deploy/dev/sample/*.ts',
        'deploy/dev/**/*.test.ts',
      ],
      project: ['deploy/**/*.ts', 'tests/**/*.ts'],
    },
    'packages/*': { entry: ['src/index.ts', 'src/main.ts', 'src/**/register.ts', ...tests], project: ['src/**/*.ts'] },
    'services/*': { entry: ['src/main.ts', ...tests], project: ['src/**/*.ts'] },
    gateway: { entry: ['src/main.ts', 'src/compose.ts', ...tests], project: ['src/**/*.ts'] },
  },
  ignore: ['**/*.generated.ts'],
  // Started by path, or needed by a tool beside it.
  ignoreDependencies: ['jest', 'graphql'],
  // The types of a public signature are exported with it, whether or not somebody names them yet.
  exclude: ['types'],
}

export default config
