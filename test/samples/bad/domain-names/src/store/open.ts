export class ConnectionManager {
  size = 1
}
