/* For trials under wine only, never shipped: stands in for the icuuc.dll of Windows 10, which wine
 * 8 lacks and Qt6Core imports for old text encodings. Every opening fails, as for an unknown one. */
#include <stdint.h>

#define EXPORT __declspec(dllexport)
#define FILE_ACCESS_ERROR 4

static void fail(int32_t *error)
{
    if (error != 0 && *error <= 0)
        *error = FILE_ACCESS_ERROR;
}

EXPORT void *ucnv_open(const char *name, int32_t *error) { (void)name; fail(error); return 0; }
EXPORT void ucnv_close(void *converter) { (void)converter; }
EXPORT void ucnv_reset(void *converter) { (void)converter; }
EXPORT int8_t ucnv_getMaxCharSize(void *converter) { (void)converter; return 1; }
EXPORT const char *ucnv_getName(void *converter, int32_t *error) { (void)converter; fail(error); return 0; }
EXPORT const char *ucnv_getStandardName(const char *name, const char *standard, int32_t *error) { (void)name; (void)standard; fail(error); return 0; }
EXPORT const char *ucnv_getAvailableName(int32_t number) { (void)number; return 0; }
EXPORT int32_t ucnv_countAvailable(void) { return 0; }
EXPORT int32_t ucnv_toUCountPending(void *converter, int32_t *error) { (void)converter; fail(error); return -1; }
EXPORT int32_t ucnv_fromUCountPending(void *converter, int32_t *error) { (void)converter; fail(error); return -1; }
EXPORT void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) {}
EXPORT void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) {}
EXPORT void ucnv_getToUCallBack(void *converter, void **action, void **context) { (void)converter; *action = 0; *context = 0; }
EXPORT void ucnv_getFromUCallBack(void *converter, void **action, void **context) { (void)converter; *action = 0; *context = 0; }
EXPORT void ucnv_setToUCallBack(void *c, void *a, void *b, void **d, void **f, int32_t *error) { (void)c; (void)a; (void)b; (void)d; (void)f; fail(error); }
EXPORT void ucnv_setFromUCallBack(void *c, void *a, void *b, void **d, void **f, int32_t *error) { (void)c; (void)a; (void)b; (void)d; (void)f; fail(error); }
EXPORT void ucnv_cbToUWriteUChars(void *a, void *s, int32_t l, int32_t o, int32_t *error) { (void)a; (void)s; (void)l; (void)o; fail(error); }
EXPORT void ucnv_cbFromUWriteUChars(void *a, void **s, void *l, int32_t o, int32_t *error) { (void)a; (void)s; (void)l; (void)o; fail(error); }
EXPORT void ucnv_toUnicode(void *c, void **t, void *tl, void **s, void *sl, int32_t *o, int8_t f, int32_t *error) { (void)c; (void)t; (void)tl; (void)s; (void)sl; (void)o; (void)f; fail(error); }
EXPORT void ucnv_fromUnicode(void *c, void **t, void *tl, void **s, void *sl, int32_t *o, int8_t f, int32_t *error) { (void)c; (void)t; (void)tl; (void)s; (void)sl; (void)o; (void)f; fail(error); }
