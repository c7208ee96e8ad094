/** Whether a file that begins so is a workbook, in the new form or the old. */
export function isWorkbook(head: Uint8Array): boolean {
  if (head.length < 4) return false
  const signature = Buffer.from(head.buffer, head.byteOffset, 4).readUInt32BE(0)
  return signature === ZIP_SIGNATURE || signature === OLE_SIGNATURE
}

const ZIP_SIGNATURE = 0x504b0304
/** Compound files: workbooks before 2007, and newer ones with a password. */
export const OLE_SIGNATURE = 0xd0cf11e0
