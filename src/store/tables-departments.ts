import type { Time } from './column-types.ts'

/** Departments of members; the tables of migrations 0035 and 0044. */
export interface DepartmentTables {
  department: DepartmentTable
  assignment: AssignmentTable
  department_former_name: FormerNameTable
}

interface DepartmentTable {
  workspace_id: string
  id: string
  name: string
  name_key: string
  created_at: Time
}

interface AssignmentTable {
  workspace_id: string
  id: string
  department_id: string
  member_id: string
  title: string | null
  /** Days, YYYY-MM-DD; both belong to it. */
  since: string
  until: string | null
  set_by: string | null
}

interface FormerNameTable {
  workspace_id: string
  department_id: string
  /** The first day on which it was called otherwise, YYYY-MM-DD. */
  until: string
  name: string
  set_by: string | null
}
