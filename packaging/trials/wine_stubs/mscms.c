/* For trials under wine only, never shipped: wine 8 aborts in WcsCreateIccProfile, which Qt's
 * window plugin calls. This one says that the screen has no colour profile. */
#define EXPORT __declspec(dllexport)

EXPORT void *OpenColorProfileW(void *profile, unsigned access, unsigned share, unsigned mode) { (void)profile; (void)access; (void)share; (void)mode; return 0; }
EXPORT int CloseColorProfile(void *profile) { (void)profile; return 1; }
EXPORT void *WcsCreateIccProfile(void *profile, unsigned options) { (void)profile; (void)options; return 0; }
EXPORT int GetColorProfileFromHandle(void *profile, void *buffer, unsigned *length) { (void)profile; (void)buffer; if (length) *length = 0; return 0; }
