/** People with an account: who they are, what they may see and do. */
@NullMarked
package io.calllog.domain.officer;

import org.jspecify.annotations.NullMarked;
