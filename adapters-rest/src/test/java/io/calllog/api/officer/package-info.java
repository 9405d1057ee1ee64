/** People with an account, over HTTP. */
@NullMarked
package io.calllog.api.officer;

import org.jspecify.annotations.NullMarked;
