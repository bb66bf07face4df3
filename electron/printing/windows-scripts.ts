/** What Windows PowerShell 5.1 is asked to do. The name of a printer, a job or a file comes in as $env:DESK_…. */

const begin = `$ErrorActionPreference = 'Stop'; [Console]::OutputEncoding = [Text.Encoding]::UTF8;`

export const listPrinters = `${begin}
$all = @(Get-CimInstance Win32_Printer | ForEach-Object {
  $state = if ($_.WorkOffline) { 'stopped' } elseif (3, 4, 5 -contains $_.PrinterStatus) { 'ready' } else { 'unknown' }
  [ordered]@{ name = $_.Name; description = $_.Name; isDefault = [bool]$_.Default; state = $state }
})
ConvertTo-Json -Compress -InputObject $all`

export const lookForJob = `${begin}
$job = Get-PrintJob -PrinterName $env:DESK_PRINTER | Where-Object DocumentName -EQ $env:DESK_TITLE | Select-Object -First 1
$status = if ($job) { [string]$job.JobStatus } else { $null }
ConvertTo-Json -Compress -InputObject @{ status = $status }`

export const removeJob = `${begin}
Get-PrintJob -PrinterName $env:DESK_PRINTER | Where-Object DocumentName -EQ $env:DESK_TITLE | Remove-PrintJob`

/** Windows draws the pages of the PDF itself (Windows.Data.Pdf) at 300 dots an inch; .NET puts them on A4; a narrow page is a slip, and is drawn as it is on the roll. */
export const printPdf = `${begin}
Add-Type -AssemblyName System.Runtime.WindowsRuntime, System.Drawing
[void][Windows.Storage.StorageFile, Windows.Storage, ContentType = WindowsRuntime]
[void][Windows.Data.Pdf.PdfDocument, Windows.Data.Pdf, ContentType = WindowsRuntime]
[void][Windows.Storage.Streams.InMemoryRandomAccessStream, Windows.Storage.Streams, ContentType = WindowsRuntime]
$tasks = [System.WindowsRuntimeSystemExtensions].GetMethods() | Where-Object { $_.Name -eq 'AsTask' -and $_.GetParameters().Count -eq 1 }
$ofResult = $tasks | Where-Object { $_.GetParameters()[0].ParameterType.Name -eq 'IAsyncOperation\`1' } | Select-Object -First 1
$ofAction = $tasks | Where-Object { $_.GetParameters()[0].ParameterType.Name -eq 'IAsyncAction' } | Select-Object -First 1
function Get-Result($operation, $type) { $ofResult.MakeGenericMethod($type).Invoke($null, @($operation)).Result }
$file = Get-Result ([Windows.Storage.StorageFile]::GetFileFromPathAsync($env:DESK_FILE)) ([Windows.Storage.StorageFile])
$pdf = Get-Result ([Windows.Data.Pdf.PdfDocument]::LoadFromFileAsync($file)) ([Windows.Data.Pdf.PdfDocument])
$sizes = @()
$images = @(for ($n = 0; $n -lt $pdf.PageCount; $n++) {
  $page = $pdf.GetPage($n)
  $options = New-Object Windows.Data.Pdf.PdfPageRenderOptions
  $sizes += ,@(($page.Size.Width * 25.4 / 96), ($page.Size.Height * 25.4 / 96))
  $options.DestinationWidth = [uint32]($page.Size.Width * 300 / 96)
  $stream = New-Object Windows.Storage.Streams.InMemoryRandomAccessStream
  [void]$ofAction.Invoke($null, @($page.RenderToStreamAsync($stream, $options))).Wait()
  [System.Drawing.Image]::FromStream([System.IO.WindowsRuntimeStreamExtensions]::AsStream($stream))
})
$document = New-Object System.Drawing.Printing.PrintDocument
$document.DocumentName = $env:DESK_TITLE
$document.PrinterSettings.PrinterName = $env:DESK_PRINTER
$document.PrintController = New-Object System.Drawing.Printing.StandardPrintController
$document.OriginAtMargins = $false
$a4 = $document.PrinterSettings.PaperSizes | Where-Object { $_.Kind -eq [System.Drawing.Printing.PaperKind]::A4 } | Select-Object -First 1
$roll = $sizes[0][0] -lt 100
if ($roll) { $document.DefaultPageSettings.PaperSize = New-Object System.Drawing.Printing.PaperSize('slip', [int]($sizes[0][0] / 0.254), [int]($sizes[0][1] / 0.254)) }
elseif ($a4) { $document.DefaultPageSettings.PaperSize = $a4 }
$script:next = 0
$document.add_PrintPage({
  param($sender, $sheet)
  $sheet.Graphics.PageUnit = [System.Drawing.GraphicsUnit]::Millimeter
  $left = -$sheet.PageSettings.HardMarginX * 0.254
  $top = -$sheet.PageSettings.HardMarginY * 0.254
  $width, $height = if ($roll) { $sizes[$script:next] } else { 210, 297 }
  $sheet.Graphics.DrawImage($images[$script:next], [single]$left, [single]$top, [single]$width, [single]$height)
  $script:next++
  $sheet.HasMorePages = $script:next -lt $images.Count
})
$document.Print()`
