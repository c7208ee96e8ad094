export default function setUp(): void {
  return
}
