/** Helpers of the fakes and contracts of the out-ports, also used by the tests of adapters. */
@NullMarked
package io.calllog.application.testing;

import org.jspecify.annotations.NullMarked;
