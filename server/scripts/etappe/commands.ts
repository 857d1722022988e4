import { backup, restore } from './backup'
import type { Command } from './command'
import { coverage } from './coverage'
import { doctor } from './doctor'
import { exportFile } from './export'
import { gaps } from './gaps'
import { importFile } from './import'
import { createAdmin, resetPassword } from './user'
import { createWorkspaceCommand } from './workspace'

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  createWorkspaceCommand,
  importFile,
  coverage,
  gaps,
  exportFile,
  createAdmin,
  resetPassword,
  backup,
  restore,
  doctor,
]
