/** Officers: their accounts and permissions. */
@NullMarked
package io.calllog.domain.officer;

import org.jspecify.annotations.NullMarked;
