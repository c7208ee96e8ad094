import type { Time } from './column-types.ts'

/** Departments of members; the tables of migration 0035. */
export interface DepartmentTables {
  department: DepartmentTable
  assignment: AssignmentTable
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
