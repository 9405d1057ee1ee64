/** The audit trail: the vocabulary of its entries. */
@NullMarked
package io.calllog.application.audit;

import org.jspecify.annotations.NullMarked;
