/* For trials under wine only, never shipped: stands in for the bcryptprimitives.dll of Windows 10,
 * which wine 8 lacks and resvg (Rust) imports for the seeds of its hash tables. */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID buffer, ULONG length); /* RtlGenRandom, of advapi32 */

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE buffer, SIZE_T length)
{
    return SystemFunction036(buffer, (ULONG)length);
}
