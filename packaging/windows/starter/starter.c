/* QPDesk.exe and qpdesk-cli.exe: start the Python beside them with our program.
 *
 * python311._pth beside python311.dll fixes where modules come from and isolates the interpreter:
 * no PYTHONPATH, no user packages, no current folder, no registry. DLLs come only from the
 * program's own folder and from Windows' (no planting from the current folder).
 */
#include <windows.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

#define LONGEST_PATH 32768

typedef int(__cdecl *python_main)(int, wchar_t **);

static int refuse(const wchar_t *what)
{
    wchar_t said[512];
    _snwprintf(said, 511,
               L"QPDesk kunde inte startas: %ls (fel %lu).\n\n"
               L"Inget i dina planer har ändrats. Be it-avdelningen reparera installationen.",
               what, GetLastError());
    said[511] = 0;
#ifdef CONSOLE
    fwprintf(stderr, L"%ls\n", said);
#else
    MessageBoxW(NULL, said, L"QPDesk", MB_OK | MB_ICONERROR);
#endif
    return 70;
}

static int beside(const wchar_t *name, wchar_t *path)
{
    DWORD length = GetModuleFileNameW(NULL, path, LONGEST_PATH);
    if (length == 0 || length >= LONGEST_PATH)
        return 0;
    wchar_t *slash = wcsrchr(path, L'\\');
    if (slash == NULL || (slash - path) + wcslen(name) + 2 > LONGEST_PATH)
        return 0;
    wcscpy(slash + 1, name);
    return 1;
}

int wmain(int count, wchar_t **words)
{
    static wchar_t path[LONGEST_PATH];
    if (!SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_DEFAULT_DIRS))
        return refuse(L"Windows är för gammalt");
    if (!beside(L"python311.dll", path))
        return refuse(L"programmets sökväg");
    HMODULE python = LoadLibraryExW(
        path, NULL, LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);
    if (python == NULL)
        return refuse(L"python311.dll");
    python_main start = (python_main)(void *)GetProcAddress(python, "Py_Main");
    if (start == NULL)
        return refuse(L"Py_Main");

    wchar_t **all = calloc((size_t)count + 5, sizeof *all);
    if (all == NULL)
        return refuse(L"minnet räcker inte");
    int said = 0;
    all[said++] = words[0];
    all[said++] = L"-X";
    all[said++] = L"utf8";
    all[said++] = L"-m";
    all[said++] = L"qpdesk";
    for (int number = 1; number < count; number++)
        all[said++] = words[number];
    return start(said, all);
}
