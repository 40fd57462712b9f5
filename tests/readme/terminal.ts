import { delimiter, join } from 'node:path'
import { runTool, type ToolResult } from '@afterline/dev-stack'

/** Types lines in a folder: in a shell, with the pinned Node first on the PATH. */
export function terminal(root: string) {
  const path = [join(root, 'node_modules', '.bin'), process.env['PATH']].join(delimiter)
  // A reader has none of this: with it, commands would find the servers of the tests instead of the instance's.
  const {
    MONGODB_URI: _mongodb,
    KAFKA_BROKERS: _kafka,
    AFTERLINE_TEST_LEVEL: _level,
    NODE_OPTIONS: _options,
    ...inherited
  } = process.env
  const env: NodeJS.ProcessEnv = { ...inherited, PATH: path }
  return {
    env,
    type: (line: string): Promise<ToolResult> => runTool('sh', ['-c', line], { cwd: root, env }),
  }
}
