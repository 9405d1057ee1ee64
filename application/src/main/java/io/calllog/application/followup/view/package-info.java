/** Results of queries about follow-ups. */
@NullMarked
package io.calllog.application.followup.view;

import org.jspecify.annotations.NullMarked;
